//! The tables as diesel knows them: kept by hand beside the migrations; a test compares them with the database.

diesel::table! {
    audit_entry (id) {
        id -> Uuid,
        conference_id -> Nullable<Uuid>,
        at -> Timestamptz,
        actor -> Text,
        actor_id -> Nullable<Uuid>,
        act -> Text,
        subject_kind -> Text,
        subject_id -> Nullable<Uuid>,
        facts -> Jsonb,
        sequence -> Nullable<BigInt>,
        previous_hash -> Nullable<Bytea>,
        hash -> Nullable<Bytea>,
    }
}

diesel::table! {
    audit_personal_value (entry_id, name) {
        entry_id -> Uuid,
        name -> Text,
        value -> Text,
        purge_on -> Nullable<Date>,
    }
}

diesel::table! {
    mail (id) {
        id -> Uuid,
        conference_id -> Nullable<Uuid>,
        kind -> Text,
        subject_kind -> Nullable<Text>,
        subject_id -> Nullable<Uuid>,
        to_address -> Text,
        to_name -> Text,
        language -> Text,
        subject -> Text,
        body_text -> Text,
        body_html -> Text,
        message_id -> Text,
        state -> Text,
        due_at -> Timestamptz,
        attempts -> Integer,
        claimed_at -> Nullable<Timestamptz>,
        sent_at -> Nullable<Timestamptz>,
        last_error -> Nullable<Text>,
        created_at -> Timestamptz,
        read_at -> Nullable<Timestamptz>,
        reply_to -> Text,
        secrets -> Array<Text>,
        useless_after -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    mail_part (mail_id, ordinal) {
        mail_id -> Uuid,
        ordinal -> SmallInt,
        content_id -> Nullable<Text>,
        file_name -> Text,
        media_type -> Text,
        content -> Bytea,
    }
}

diesel::table! {
    stored_file (id) {
        id -> Uuid,
        conference_id -> Nullable<Uuid>,
        kind -> Text,
        name -> Text,
        media_type -> Text,
        size -> BigInt,
        digest -> Bytea,
        sealed -> Bool,
        created_at -> Timestamptz,
        purge_on -> Nullable<Date>,
    }
}

diesel::table! {
    stored_file_chunk (file_id, ordinal) {
        file_id -> Uuid,
        ordinal -> Integer,
        content -> Bytea,
    }
}

diesel::table! {
    account (id) {
        id -> Uuid,
        email -> Text,
        name -> Text,
        language -> Nullable<Text>,
        theme -> Text,
        administrator -> Bool,
        password_hash -> Nullable<Text>,
        created_at -> Timestamptz,
        disabled_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    browser_session (id) {
        id -> Uuid,
        token_hash -> Bytea,
        account_id -> Uuid,
        via -> Text,
        seat_kind -> Nullable<Text>,
        seat_id -> Nullable<Uuid>,
        address -> Text,
        agent -> Text,
        created_at -> Timestamptz,
        last_seen_at -> Timestamptz,
        expires_at -> Timestamptz,
        revoked_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    one_time_key (id) {
        id -> Uuid,
        purpose -> Text,
        email -> Text,
        account_id -> Nullable<Uuid>,
        code_hash -> Nullable<Bytea>,
        link_hash -> Bytea,
        browser_hash -> Nullable<Bytea>,
        destination -> Nullable<Text>,
        wrong_attempts -> Integer,
        created_at -> Timestamptz,
        expires_at -> Timestamptz,
        used_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    attempt (key, window_start) {
        key -> Text,
        window_start -> Timestamptz,
        count -> Integer,
    }
}

diesel::table! {
    parked_form (id) {
        id -> Uuid,
        key_hash -> Bytea,
        email -> Nullable<Text>,
        path -> Text,
        body -> Bytea,
        created_at -> Timestamptz,
        expires_at -> Timestamptz,
        session_hash -> Nullable<Bytea>,
    }
}

diesel::table! {
    conference (id) {
        id -> Uuid,
        number -> SmallInt,
        slug -> Text,
        name -> Jsonb,
        place -> Jsonb,
        venue -> Jsonb,
        starts_on -> Date,
        ends_on -> Date,
        time_zone -> Text,
        languages -> Array<Text>,
        accent -> Text,
        contact_email -> Text,
        nomination_opens_at -> Timestamptz,
        nomination_closes_at -> Timestamptz,
        confirmation_closes_at -> Timestamptz,
        badges_valid_from -> Date,
        badges_valid_until -> Date,
        documents_purge_on -> Date,
        demonstration -> Bool,
        participants_seen -> Integer,
        badges_seen -> Integer,
        version -> Integer,
        created_at -> Timestamptz,
        information -> Jsonb,
    }
}

diesel::table! {
    area (id) {
        id -> Uuid,
        conference_id -> Uuid,
        code -> Text,
        name -> Jsonb,
        parent_id -> Nullable<Uuid>,
        zone_bit -> Nullable<SmallInt>,
        badge_label -> Text,
        capacity -> Nullable<Integer>,
        ordinal -> Integer,
        version -> Integer,
        by_pass -> Bool,
        delegation_capacity -> Nullable<Integer>,
    }
}

diesel::table! {
    category (id) {
        id -> Uuid,
        conference_id -> Uuid,
        number -> SmallInt,
        letter -> Text,
        name -> Jsonb,
        colour -> Text,
        pattern -> Text,
        delivery -> Text,
        default_quota -> Nullable<Integer>,
        counts_toward_quota -> Bool,
        open_to_self_registration -> Bool,
        portrait_required -> Bool,
        document_required -> Bool,
        ordinal -> Integer,
        version -> Integer,
        registers_under -> Nullable<Uuid>,
        registration_closes_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    category_clearance (category_id, kind) {
        conference_id -> Uuid,
        category_id -> Uuid,
        kind -> Text,
        step -> SmallInt,
    }
}

diesel::table! {
    opening (id) {
        id -> Uuid,
        conference_id -> Uuid,
        category_id -> Uuid,
        area_id -> Uuid,
        opens_at -> Timestamptz,
        closes_at -> Timestamptz,
    }
}

diesel::table! {
    duty (id) {
        id -> Uuid,
        conference_id -> Uuid,
        account_id -> Uuid,
        kind -> Text,
        given_at -> Timestamptz,
        given_by -> Nullable<Uuid>,
    }
}

diesel::table! {
    delegation (id) {
        id -> Uuid,
        conference_id -> Uuid,
        key -> Text,
        kind -> Text,
        entity -> Nullable<Text>,
        name -> Jsonb,
        formal_name -> Jsonb,
        region -> Nullable<Text>,
        language -> Text,
        status -> Text,
        expected_people -> Nullable<Integer>,
        answered_at -> Nullable<Timestamptz>,
        answered_by -> Nullable<Uuid>,
        answer_note -> Text,
        version -> Integer,
        created_at -> Timestamptz,
        own_name -> Jsonb,
        own_formal_name -> Jsonb,
    }
}

diesel::table! {
    delegation_answer (id) {
        id -> Uuid,
        conference_id -> Uuid,
        delegation_id -> Uuid,
        status -> Text,
        expected_people -> Nullable<Integer>,
        note -> Text,
        given_at -> Timestamptz,
        given_by -> Nullable<Uuid>,
    }
}

diesel::table! {
    admission_window (conference_id) {
        conference_id -> Uuid,
        closes_at -> Timestamptz,
    }
}

diesel::table! {
    admission_application (id) {
        id -> Uuid,
        conference_id -> Uuid,
        account_id -> Uuid,
        status -> Text,
        kind -> Text,
        name -> Jsonb,
        name_key -> Text,
        country -> Nullable<Text>,
        website -> Text,
        about -> Text,
        people -> Integer,
        contact_name -> Text,
        language -> Text,
        note -> Text,
        submitted_at -> Timestamptz,
        decided_at -> Nullable<Timestamptz>,
        decided_by -> Nullable<Uuid>,
        delegation_id -> Nullable<Uuid>,
        version -> Integer,
    }
}

diesel::table! {
    admission_document (id) {
        id -> Uuid,
        application_id -> Uuid,
        file_id -> Uuid,
        ordinal -> Integer,
        added_at -> Timestamptz,
    }
}

diesel::table! {
    reminder (id) {
        id -> Uuid,
        conference_id -> Uuid,
        delegation_id -> Uuid,
        focal_point_id -> Uuid,
        about -> Text,
        day -> Date,
        sent_at -> Timestamptz,
        sent_by -> Nullable<Uuid>,
    }
}

diesel::table! {
    quota (delegation_id, category_id) {
        conference_id -> Uuid,
        delegation_id -> Uuid,
        category_id -> Uuid,
        cap -> Integer,
        used -> Integer,
    }
}

diesel::table! {
    focal_point (id) {
        id -> Uuid,
        conference_id -> Uuid,
        delegation_id -> Uuid,
        account_id -> Uuid,
        name -> Text,
        appointed_at -> Timestamptz,
        appointed_by -> Nullable<Uuid>,
        invited_at -> Nullable<Timestamptz>,
        ended_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    delegation_letter (id) {
        id -> Uuid,
        conference_id -> Uuid,
        delegation_id -> Uuid,
        kind -> Text,
        version -> Integer,
        file_id -> Uuid,
        filed_at -> Timestamptz,
        filed_by -> Nullable<Uuid>,
    }
}

diesel::table! {
    person (id) {
        id -> Uuid,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    participant (id) {
        id -> Uuid,
        conference_id -> Uuid,
        person_id -> Uuid,
        delegation_id -> Uuid,
        category_id -> Uuid,
        reference -> Integer,
        status -> Text,
        honorific -> Text,
        family_name -> Text,
        given_name -> Text,
        document_name -> Text,
        native_name -> Text,
        badge_name -> Text,
        sex -> Nullable<Text>,
        birth_date -> Nullable<Date>,
        nationality -> Nullable<Text>,
        residence -> Nullable<Text>,
        functional_title -> Text,
        organisation -> Text,
        protocol_rank -> Text,
        composition_title -> Text,
        email -> Nullable<Text>,
        phone -> Nullable<Text>,
        language -> Nullable<Text>,
        document_kind -> Nullable<Text>,
        document_country -> Nullable<Text>,
        document_expires_on -> Nullable<Date>,
        document_number_sealed -> Nullable<Bytea>,
        document_number_digest -> Nullable<Bytea>,
        document_number_hint -> Nullable<Text>,
        document_file_id -> Nullable<Uuid>,
        portrait_file_id -> Nullable<Uuid>,
        portrait_print_file_id -> Nullable<Uuid>,
        portrait_gate_file_id -> Nullable<Uuid>,
        accompanies_id -> Nullable<Uuid>,
        access_needs -> Text,
        public_list -> Bool,
        consent_notice -> Nullable<Text>,
        consent_at -> Nullable<Timestamptz>,
        late_reason -> Nullable<Text>,
        ordinal -> Integer,
        identity_version -> Integer,
        search -> Text,
        submitted_at -> Nullable<Timestamptz>,
        submitted_by -> Nullable<Uuid>,
        created_by -> Nullable<Uuid>,
        created_at -> Timestamptz,
        changed_at -> Timestamptz,
        version -> Integer,
        replaces_id -> Nullable<Uuid>,
        declined_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    focal_point_request (id) {
        id -> Uuid,
        conference_id -> Uuid,
        delegation_id -> Uuid,
        name -> Text,
        email -> Text,
        language -> Text,
        requested_by -> Uuid,
        requested_at -> Timestamptz,
        outcome -> Nullable<Text>,
        decided_by -> Nullable<Uuid>,
        decided_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    own_form (participant_id) {
        participant_id -> Uuid,
        conference_id -> Uuid,
        origin -> Text,
        registered_by -> Nullable<Uuid>,
        registered_name -> Text,
        sections -> Array<Text>,
        begun_at -> Nullable<Timestamptz>,
        completed_at -> Nullable<Timestamptz>,
        completed_version -> Nullable<Integer>,
        declaration -> Nullable<Text>,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    personal_link (id) {
        id -> Uuid,
        conference_id -> Uuid,
        participant_id -> Uuid,
        email -> Text,
        token_hash -> Bytea,
        sent_by -> Uuid,
        sent_at -> Timestamptz,
        expires_at -> Timestamptz,
        used_at -> Nullable<Timestamptz>,
        revoked_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    identity_version (participant_id, number) {
        conference_id -> Uuid,
        participant_id -> Uuid,
        number -> Integer,
        digest -> Bytea,
        facts -> Jsonb,
        at -> Timestamptz,
    }
}

diesel::table! {
    clearance (participant_id, kind) {
        conference_id -> Uuid,
        participant_id -> Uuid,
        kind -> Text,
        step -> SmallInt,
        state -> Text,
        identity_version -> Integer,
        answered_at -> Nullable<Timestamptz>,
        answered_by -> Nullable<Uuid>,
    }
}

diesel::table! {
    decision (id) {
        id -> Uuid,
        conference_id -> Uuid,
        participant_id -> Uuid,
        step -> Text,
        from_status -> Text,
        to_status -> Text,
        reasons -> Array<Text>,
        note -> Text,
        clearance -> Nullable<Text>,
        identity_version -> Integer,
        by_account -> Nullable<Uuid>,
        at -> Timestamptz,
        undoes -> Nullable<Uuid>,
        mail_id -> Nullable<Uuid>,
    }
}

diesel::table! {
    lease (participant_id) {
        participant_id -> Uuid,
        account_id -> Uuid,
        until -> Timestamptz,
    }
}

diesel::table! {
    badge (id) {
        id -> Uuid,
        conference_id -> Uuid,
        participant_id -> Uuid,
        kind -> Text,
        serial -> BigInt,
        number -> Integer,
        state -> Text,
        key_id -> SmallInt,
        valid_from -> Date,
        valid_until -> Date,
        zones -> Integer,
        issued_at -> Timestamptz,
        issued_by -> Nullable<Uuid>,
        printed_at -> Nullable<Timestamptz>,
        prints -> Integer,
        handed_at -> Nullable<Timestamptz>,
        handed_by -> Nullable<Uuid>,
        handed_to -> Nullable<Text>,
        ended_at -> Nullable<Timestamptz>,
        ended_by -> Nullable<Uuid>,
        ended_reason -> Nullable<Text>,
        category_number -> SmallInt,
    }
}

diesel::table! {
    gate (id) {
        id -> Uuid,
        conference_id -> Uuid,
        code -> Text,
        name -> Jsonb,
        from_area_id -> Nullable<Uuid>,
        into_area_id -> Uuid,
        exit_before_reentry -> Bool,
        once_per_day -> Bool,
        unlisted -> Text,
        ordinal -> Integer,
        version -> Integer,
        closed_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    device (id) {
        id -> Uuid,
        conference_id -> Uuid,
        name -> Text,
        token_hash -> Nullable<Bytea>,
        enrolment_hash -> Nullable<Bytea>,
        enrolment_expires_at -> Nullable<Timestamptz>,
        session_id -> Nullable<Uuid>,
        account_id -> Nullable<Uuid>,
        supervisor -> Bool,
        created_at -> Timestamptz,
        last_seen_at -> Nullable<Timestamptz>,
        skew_milliseconds -> Nullable<BigInt>,
        revoked_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    device_gate (device_id, gate_id) {
        conference_id -> Uuid,
        device_id -> Uuid,
        gate_id -> Uuid,
    }
}

diesel::table! {
    personal_exception (id) {
        id -> Uuid,
        conference_id -> Uuid,
        participant_id -> Uuid,
        area_id -> Uuid,
        allowed -> Bool,
        opens_at -> Timestamptz,
        closes_at -> Timestamptz,
        note -> Text,
    }
}

diesel::table! {
    area_pass (id) {
        id -> Uuid,
        conference_id -> Uuid,
        area_id -> Uuid,
        participant_id -> Uuid,
        opens_at -> Nullable<Timestamptz>,
        closes_at -> Nullable<Timestamptz>,
        granted_at -> Timestamptz,
        granted_by -> Uuid,
        revoked_at -> Nullable<Timestamptz>,
        revoked_by -> Nullable<Uuid>,
    }
}

diesel::table! {
    attention_note (id) {
        id -> Uuid,
        conference_id -> Uuid,
        participant_id -> Uuid,
        note -> Text,
        version -> Integer,
        set_at -> Timestamptz,
        set_by -> Uuid,
        ended_at -> Nullable<Timestamptz>,
        ended_by -> Nullable<Uuid>,
    }
}

diesel::table! {
    presence (participant_id) {
        participant_id -> Uuid,
        conference_id -> Uuid,
        area_id -> Nullable<Uuid>,
        moved_at -> Nullable<Timestamptz>,
        last_entry_at -> Nullable<Timestamptz>,
        version -> Integer,
    }
}

diesel::table! {
    scan (id) {
        id -> BigInt,
        conference_id -> Uuid,
        device_id -> Uuid,
        scan_id -> Uuid,
        content_digest -> Bytea,
        gate_id -> Uuid,
        direction -> Text,
        badge_id -> Nullable<Uuid>,
        participant_id -> Nullable<Uuid>,
        scanned_at -> Timestamptz,
        received_at -> Timestamptz,
        verdict -> Text,
        reason -> Text,
        flags -> Array<Text>,
        moved -> Bool,
        opinion -> Nullable<Text>,
        list_version -> BigInt,
        override_reason -> Nullable<Text>,
        by_account -> Nullable<Uuid>,
    }
}

diesel::table! {
    meeting_room (id) {
        id -> Uuid,
        conference_id -> Uuid,
        code -> Text,
        name -> Jsonb,
        area_id -> Nullable<Uuid>,
        capacity -> Nullable<Integer>,
        ordinal -> Integer,
        version -> Integer,
        building_id -> Nullable<Uuid>,
        floor -> Text,
        part_of -> Nullable<Uuid>,
        equipment -> Jsonb,
        booths -> Integer,
        accessibility -> Array<Text>,
        access_note -> Jsonb,
        turnover_minutes -> Integer,
        photo_id -> Nullable<Uuid>,
        plan_id -> Nullable<Uuid>,
    }
}

diesel::table! {
    building (id) {
        id -> Uuid,
        conference_id -> Uuid,
        code -> Text,
        name -> Jsonb,
        ordinal -> Integer,
        version -> Integer,
    }
}

diesel::table! {
    room_layout (room_id, layout) {
        room_id -> Uuid,
        layout -> Text,
        capacity -> Integer,
    }
}

diesel::table! {
    room_window (id) {
        id -> Uuid,
        room_id -> Uuid,
        opens_at -> Timestamptz,
        closes_at -> Timestamptz,
    }
}

diesel::table! {
    room_blocker (id) {
        id -> Uuid,
        conference_id -> Uuid,
        room_id -> Uuid,
        starts_at -> Timestamptz,
        ends_at -> Timestamptz,
        reason -> Text,
        owner -> Text,
        contact -> Text,
        removed_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    walk (id) {
        id -> Uuid,
        conference_id -> Uuid,
        from_room -> Nullable<Uuid>,
        from_building -> Nullable<Uuid>,
        to_room -> Nullable<Uuid>,
        to_building -> Nullable<Uuid>,
        minutes -> Integer,
    }
}

diesel::table! {
    released_hold (release_id, session_id, room_id) {
        release_id -> Uuid,
        session_id -> Uuid,
        room_id -> Uuid,
        starts_at -> Timestamptz,
        ends_at -> Timestamptz,
    }
}

diesel::table! {
    session (id) {
        id -> Uuid,
        number -> BigInt,
        conference_id -> Uuid,
        key -> Text,
        kind -> Text,
        official_number -> Nullable<Text>,
        title -> Jsonb,
        description -> Jsonb,
        room_id -> Nullable<Uuid>,
        starts_at -> Nullable<Timestamptz>,
        ends_at -> Nullable<Timestamptz>,
        is_open -> Bool,
        interpretation -> Array<Text>,
        webcast -> Bool,
        recorded -> Bool,
        status -> Text,
        organiser_id -> Nullable<Uuid>,
        capacity -> Nullable<Integer>,
        version -> Integer,
        changed_at -> Timestamptz,
        layout -> Nullable<Text>,
        agenda_item -> Jsonb,
        duration_minutes -> Nullable<Integer>,
        sign_up -> Text,
        sign_up_closes_at -> Nullable<Timestamptz>,
        sign_up_places -> Nullable<Integer>,
        sign_up_taken -> Integer,
        series_id -> Nullable<Uuid>,
    }
}

diesel::table! {
    session_document (id) {
        id -> Uuid,
        conference_id -> Uuid,
        session_id -> Uuid,
        file_id -> Uuid,
        title -> Text,
        language -> Text,
        is_public -> Bool,
        added_at -> Timestamptz,
        added_by -> Nullable<Uuid>,
    }
}

diesel::table! {
    sign_up (id) {
        id -> Uuid,
        conference_id -> Uuid,
        session_id -> Uuid,
        participant_id -> Uuid,
        status -> Text,
        ticket -> BigInt,
        queued_at -> Timestamptz,
        changed_at -> Timestamptz,
        changed_by -> Nullable<Uuid>,
        reason -> Text,
    }
}

diesel::table! {
    session_organiser (session_id, delegation_id) {
        conference_id -> Uuid,
        session_id -> Uuid,
        delegation_id -> Uuid,
        ordinal -> Integer,
    }
}

diesel::table! {
    session_audience (session_id, category_id) {
        conference_id -> Uuid,
        session_id -> Uuid,
        category_id -> Uuid,
    }
}

diesel::table! {
    interpreter_team (id) {
        id -> Uuid,
        conference_id -> Uuid,
        name -> Text,
        languages -> Array<Text>,
        most_minutes -> Integer,
        rest_minutes -> Integer,
        version -> Integer,
    }
}

diesel::table! {
    session_team (session_id, team_id) {
        conference_id -> Uuid,
        session_id -> Uuid,
        team_id -> Uuid,
    }
}

diesel::table! {
    stage_arrival (participant_id) {
        participant_id -> Uuid,
        conference_id -> Uuid,
        arrives_at -> Timestamptz,
    }
}

diesel::table! {
    session_origin (session_id) {
        session_id -> Uuid,
        conference_id -> Uuid,
        source -> Text,
        guid -> Nullable<Uuid>,
        event_id -> Nullable<BigInt>,
        origin -> Jsonb,
    }
}

diesel::table! {
    session_person (id) {
        id -> Uuid,
        conference_id -> Uuid,
        session_id -> Uuid,
        role -> Text,
        participant_id -> Nullable<Uuid>,
        name -> Text,
        title -> Text,
        affiliation -> Text,
        ordinal -> Integer,
        email -> Nullable<Text>,
        language -> Nullable<Text>,
    }
}

diesel::table! {
    session_move (number) {
        number -> BigInt,
        conference_id -> Uuid,
        session_id -> Uuid,
        account_id -> Uuid,
        room_before -> Nullable<Uuid>,
        starts_before -> Nullable<Timestamptz>,
        ends_before -> Nullable<Timestamptz>,
        room_after -> Nullable<Uuid>,
        starts_after -> Nullable<Timestamptz>,
        ends_after -> Nullable<Timestamptz>,
        version -> Integer,
        changed_at -> Timestamptz,
        undone -> Bool,
    }
}

diesel::table! {
    release (id) {
        id -> Uuid,
        conference_id -> Uuid,
        number -> Integer,
        name -> Text,
        released_at -> Timestamptz,
        released_by -> Nullable<Uuid>,
        counts -> Nullable<Jsonb>,
    }
}

diesel::table! {
    released_person (release_id, session_id, participant_id) {
        conference_id -> Uuid,
        release_id -> Uuid,
        session_id -> Uuid,
        participant_id -> Uuid,
    }
}

diesel::table! {
    released_session (release_id, session_id) {
        conference_id -> Uuid,
        release_id -> Uuid,
        session_id -> Uuid,
        room_id -> Uuid,
        starts_at -> Timestamptz,
        ends_at -> Timestamptz,
        cancelled -> Bool,
        sequence -> Integer,
        facts -> Jsonb,
        organiser_id -> Nullable<Uuid>,
        gone -> Bool,
        off_since -> Nullable<Timestamptz>,
        urgent -> Nullable<Jsonb>,
        co_organiser_ids -> Array<Uuid>,
    }
}

diesel::table! {
    agenda (id) {
        id -> Uuid,
        conference_id -> Uuid,
        account_id -> Nullable<Uuid>,
        generation -> Integer,
        key_digest -> Bytea,
        feed_digest -> Bytea,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    agenda_session (agenda_id, session_id) {
        conference_id -> Uuid,
        agenda_id -> Uuid,
        session_id -> Uuid,
        seen_release -> Integer,
    }
}

diesel::table! {
    hall (id) {
        id -> Uuid,
        conference_id -> Uuid,
        code -> Text,
        name -> Jsonb,
        area_id -> Nullable<Uuid>,
        ordinal -> Integer,
    }
}

diesel::table! {
    stand (id) {
        id -> Uuid,
        conference_id -> Uuid,
        hall_id -> Uuid,
        number -> Text,
        square_metres -> Double,
        power_watts -> Integer,
        holder_id -> Nullable<Uuid>,
        headline -> Jsonb,
        description -> Jsonb,
        set_up_from -> Nullable<Timestamptz>,
        set_up_until -> Nullable<Timestamptz>,
        dismantle_from -> Nullable<Timestamptz>,
        dismantle_until -> Nullable<Timestamptz>,
        ordinal -> Integer,
        version -> Integer,
    }
}

diesel::table! {
    import_run (file_id) {
        file_id -> Uuid,
        conference_id -> Uuid,
        state -> Text,
        total -> Integer,
        done -> Integer,
        beat_at -> Timestamptz,
        outcome -> Nullable<Jsonb>,
    }
}

diesel::table! {
    waiting_portrait (id) {
        id -> Uuid,
        conference_id -> Uuid,
        delegation_id -> Uuid,
        name -> Text,
        digest -> Bytea,
        master_file_id -> Nullable<Uuid>,
        print_file_id -> Nullable<Uuid>,
        gate_file_id -> Nullable<Uuid>,
        problem -> Nullable<Text>,
        sent_by -> Uuid,
        sent_at -> Timestamptz,
    }
}

diesel::table! {
    people_sheet (delegation_id) {
        delegation_id -> Uuid,
        headings -> Jsonb,
        rows -> Jsonb,
        changed_at -> Timestamptz,
        carried_out -> Nullable<Uuid>,
        carried_out_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    receipt (id) {
        id -> Uuid,
        conference_id -> Uuid,
        delegation_id -> Uuid,
        number -> Integer,
        made_at -> Timestamptz,
        made_by -> Uuid,
        made_by_name -> Text,
        people -> Jsonb,
        places -> Jsonb,
    }
}

diesel::table! {
    upload (id) {
        id -> Uuid,
        account_id -> Uuid,
        name -> Text,
        size -> BigInt,
        received -> BigInt,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    upload_piece (upload_id, starts_at) {
        upload_id -> Uuid,
        starts_at -> BigInt,
        content -> Bytea,
    }
}

diesel::allow_tables_to_appear_in_same_query!(
    import_run,
    audit_entry,
    audit_personal_value,
    mail,
    mail_part,
    stored_file,
    stored_file_chunk,
    account,
    browser_session,
    one_time_key,
    attempt,
    parked_form,
    conference,
    area,
    category,
    category_clearance,
    opening,
    duty,
    delegation,
    quota,
    focal_point,
    delegation_letter,
    delegation_answer,
    reminder,
    focal_point_request,
    admission_window,
    admission_application,
    admission_document,
    person,
    participant,
    own_form,
    personal_link,
    identity_version,
    clearance,
    decision,
    lease,
    badge,
    gate,
    device,
    device_gate,
    personal_exception,
    area_pass,
    attention_note,
    presence,
    scan,
    meeting_room,
    session,
    session_audience,
    session_document,
    session_organiser,
    session_origin,
    session_team,
    interpreter_team,
    stage_arrival,
    sign_up,
    session_person,
    session_move,
    release,
    released_person,
    released_session,
    building,
    room_layout,
    room_window,
    room_blocker,
    walk,
    released_hold,
    agenda,
    agenda_session,
    hall,
    stand,
);

diesel::joinable!(browser_session -> account (account_id));
diesel::joinable!(one_time_key -> account (account_id));
diesel::joinable!(mail_part -> mail (mail_id));
diesel::joinable!(stored_file_chunk -> stored_file (file_id));
diesel::joinable!(audit_personal_value -> audit_entry (entry_id));
diesel::joinable!(area -> conference (conference_id));
diesel::joinable!(category -> conference (conference_id));
diesel::joinable!(category_clearance -> category (category_id));
diesel::joinable!(opening -> category (category_id));
diesel::joinable!(opening -> area (area_id));
diesel::joinable!(duty -> conference (conference_id));
diesel::joinable!(delegation -> conference (conference_id));
diesel::joinable!(quota -> delegation (delegation_id));
diesel::joinable!(quota -> category (category_id));
diesel::joinable!(focal_point -> delegation (delegation_id));
diesel::joinable!(focal_point -> account (account_id));
diesel::joinable!(delegation_answer -> delegation (delegation_id));
diesel::joinable!(reminder -> focal_point (focal_point_id));
diesel::joinable!(admission_document -> admission_application (application_id));
diesel::joinable!(admission_document -> stored_file (file_id));
diesel::joinable!(delegation_letter -> delegation (delegation_id));
diesel::joinable!(delegation_letter -> stored_file (file_id));
diesel::joinable!(participant -> conference (conference_id));
diesel::joinable!(participant -> person (person_id));
diesel::joinable!(participant -> delegation (delegation_id));
diesel::joinable!(participant -> category (category_id));
diesel::joinable!(own_form -> participant (participant_id));
diesel::joinable!(personal_link -> participant (participant_id));
diesel::joinable!(identity_version -> participant (participant_id));
diesel::joinable!(clearance -> participant (participant_id));
diesel::joinable!(decision -> participant (participant_id));
diesel::joinable!(lease -> participant (participant_id));
diesel::joinable!(lease -> account (account_id));
diesel::joinable!(badge -> participant (participant_id));
diesel::joinable!(gate -> conference (conference_id));
diesel::joinable!(device -> conference (conference_id));
diesel::joinable!(device_gate -> device (device_id));
diesel::joinable!(device_gate -> gate (gate_id));
diesel::joinable!(personal_exception -> participant (participant_id));
diesel::joinable!(area_pass -> area (area_id));
diesel::joinable!(area_pass -> participant (participant_id));
diesel::joinable!(attention_note -> participant (participant_id));
diesel::joinable!(attention_note -> account (set_by));
diesel::joinable!(presence -> participant (participant_id));
diesel::joinable!(scan -> gate (gate_id));
diesel::joinable!(scan -> device (device_id));
diesel::joinable!(scan -> badge (badge_id));
diesel::joinable!(scan -> participant (participant_id));
diesel::joinable!(meeting_room -> conference (conference_id));
diesel::joinable!(room_layout -> meeting_room (room_id));
diesel::joinable!(room_window -> meeting_room (room_id));
diesel::joinable!(session -> conference (conference_id));
diesel::joinable!(session -> meeting_room (room_id));
diesel::joinable!(session -> delegation (organiser_id));
diesel::joinable!(session_document -> session (session_id));
diesel::joinable!(session_document -> stored_file (file_id));
diesel::joinable!(sign_up -> participant (participant_id));
diesel::joinable!(sign_up -> session (session_id));
diesel::joinable!(session_organiser -> delegation (delegation_id));
diesel::joinable!(session_organiser -> session (session_id));
diesel::joinable!(session_audience -> category (category_id));
diesel::joinable!(session_audience -> session (session_id));
diesel::joinable!(session_person -> session (session_id));
diesel::joinable!(session_person -> participant (participant_id));
diesel::joinable!(session_move -> session (session_id));
diesel::joinable!(session_move -> account (account_id));
diesel::joinable!(release -> conference (conference_id));
diesel::joinable!(released_session -> release (release_id));
diesel::joinable!(released_session -> session (session_id));
diesel::joinable!(released_session -> meeting_room (room_id));
diesel::joinable!(agenda_session -> agenda (agenda_id));
diesel::joinable!(hall -> conference (conference_id));
diesel::joinable!(stand -> hall (hall_id));
diesel::joinable!(stand -> delegation (holder_id));
