//! A conference of so many people, written by the database itself.

/// The statements that fill an empty, migrated database. Everybody holds a live badge with a serial from 1 on, and has been outside
/// since yesterday.
pub fn statements(people: usize, token_hash: &str) -> Vec<String> {
    let conference = "'00000000-0000-7000-8000-00000000c0f0'::uuid";
    let (outer, hall) =
        ("'00000000-0000-7000-8000-0000000a0001'::uuid", "'00000000-0000-7000-8000-0000000a0002'::uuid");
    let gate = "'00000000-0000-7000-8000-0000000b0001'::uuid";
    let device = "'00000000-0000-7000-8000-0000000d0001'::uuid";
    let made = |kind: &str| format!("md5('{kind}' || n)::uuid");
    vec![
        format!(
            "INSERT INTO conference (id, number, slug, name, place, starts_on, ends_on, time_zone, languages, nomination_opens_at,
             nomination_closes_at, confirmation_closes_at, badges_valid_from, badges_valid_until, documents_purge_on, created_at)
             VALUES ({conference}, 1, 'bench', '{{\"en\": \"Bench\"}}', '{{\"en\": \"Here\"}}', current_date, current_date, 'Asia/Ho_Chi_Minh',
             '{{en}}', now() - interval '9 days', now() - interval '2 days', now() - interval '1 day', current_date - 2, current_date + 2,
             current_date + 30, now())"
        ),
        format!(
            "INSERT INTO area (id, conference_id, code, name, parent_id) VALUES ({outer}, {conference}, 'perimeter', '{{}}', NULL),
             ({hall}, {conference}, 'plenary-hall', '{{}}', {outer})"
        ),
        format!(
            "INSERT INTO area (id, conference_id, code, name, parent_id)
             SELECT {}, {conference}, 'room-' || n, '{{}}', {outer} FROM generate_series(1, 10) n",
            made("area")
        ),
        format!(
            "INSERT INTO category (id, conference_id, number, letter, name, colour, pattern, counts_toward_quota)
             SELECT {}, {conference}, n, chr(64 + n), '{{\"en\": \"Category\"}}', '#0b4f6c', 'line', false FROM generate_series(1, 20) n",
            made("category")
        ),
        format!(
            "INSERT INTO opening (id, conference_id, category_id, area_id, opens_at, closes_at)
             SELECT gen_random_uuid(), {conference}, {}, a.id, now() + (d - 2) * interval '1 day', now() + (d - 1) * interval '1 day'
             FROM generate_series(1, 20) n, area a, generate_series(0, 3) d",
            made("category")
        ),
        format!(
            "INSERT INTO delegation (id, conference_id, key, kind, name, language, created_at)
             SELECT {}, {conference}, 'delegation ' || n, 'observer', '{{\"en\": \"Delegation\", \"fr\": \"Délégation\"}}', 'en', now()
             FROM generate_series(1, 250) n",
            made("delegation")
        ),
        format!("INSERT INTO person (id, created_at) SELECT {}, now() FROM generate_series(1, {people}) n", made("person")),
        format!(
            "INSERT INTO participant (id, conference_id, person_id, delegation_id, category_id, reference, status, badge_name,
             native_name, created_at, changed_at)
             SELECT {}, {conference}, {}, md5('delegation' || (n % 250 + 1))::uuid, md5('category' || (n % 20 + 1))::uuid, n, 'approved',
             'Person number ' || n, 'Người số ' || n, now(), now() FROM generate_series(1, {people}) n",
            made("participant"),
            made("person")
        ),
        format!(
            "INSERT INTO badge (id, conference_id, participant_id, kind, serial, number, state, key_id, valid_from, valid_until, issued_at)
             SELECT {}, {conference}, {}, 'badge', n, n, 'live', 1, current_date - 2, current_date + 2, now()
             FROM generate_series(1, {people}) n",
            made("badge"),
            made("participant")
        ),
        format!(
            "INSERT INTO presence (participant_id, conference_id, moved_at, version)
             SELECT {}, {conference}, now() - interval '1 day', 1 FROM generate_series(1, {people}) n",
            made("participant")
        ),
        format!(
            "INSERT INTO gate (id, conference_id, code, name, into_area_id, exit_before_reentry)
             VALUES ({gate}, {conference}, 'main-entrance', '{{}}', {outer}, true)"
        ),
        format!(
            "INSERT INTO device (id, conference_id, name, token_hash, created_at)
             VALUES ({device}, {conference}, 'bench', '\\x{token_hash}', now())"
        ),
        format!("INSERT INTO device_gate (conference_id, device_id, gate_id) VALUES ({conference}, {device}, {gate})"),
        "VACUUM ANALYZE".to_owned(),
        "CHECKPOINT".to_owned(),
    ]
}
