//! The words of the gates: verdicts, reasons, flags, directions. They are the same in the scanner API, in the table of scans, in
//! the test vectors and in the scanner's JavaScript.

/// An enum whose members are written as words in JSON and in the database.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$member_meta:meta])* $member:ident = $word:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$member_meta])* $member),+ }

        impl $name {
            pub const ALL: &'static [Self] = &[$(Self::$member),+];

            pub fn word(self) -> &'static str {
                match self { $(Self::$member => $word),+ }
            }

            /// The member that is written so; None for any other text.
            pub fn read(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$member),)+ _ => None }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.word())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let word = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
                Self::read(&word).ok_or_else(|| serde::de::Error::unknown_variant(&word, &[$($word),+]))
            }
        }
    };
}

words! {
    /// Which way a person passes a gate.
    Direction { Entry = "entry", Exit = "exit" }
}

words! {
    /// What the gate says.
    Ruling { Admit = "admit", Refuse = "refuse" }
}

words! {
    /// Why. The order of the members is the order in which they are looked for: the first that applies is the answer.
    Reason {
        Ok = "ok",
        /// Not our format or key, or validly signed but not in our books.
        Unknown = "unknown",
        /// Our format, wrong signature.
        Forged = "forged",
        /// A collection code, a pass, an enrolment: anything signed by us that is not a badge.
        WrongPurpose = "wrong_purpose",
        WrongConference = "wrong_conference",
        /// The badge is dead: revoked, lost, or replaced by a newer print.
        Revoked = "revoked",
        /// The accreditation was withdrawn.
        Cancelled = "cancelled",
        /// Suspended, denied to this person, or a badge not yet handed over.
        Blocked = "blocked",
        NotApproved = "not_approved",
        TooEarly = "too_early",
        TooLate = "too_late",
        /// The category never opens this area.
        Area = "area",
        /// The category opens this area, but not now.
        Hours = "hours",
        NotRegistered = "not_registered",
        AlreadyUsed = "already_used",
        AlreadyInside = "already_inside",
        AreaFull = "area_full",
        DelegationFull = "delegation_full",
    }
}

impl Reason {
    /// Whether the code named a badge of this conference: only then may the answer show a person, and only then can a
    /// supervisor overrule.
    pub fn names_a_person(self) -> bool {
        !matches!(self, Self::Unknown | Self::Forged | Self::WrongPurpose | Self::WrongConference)
    }
}

words! {
    /// What staff should look at beside the verdict.
    Flag {
        /// A dead badge on its way out.
        Alarm = "alarm",
        /// A note on the badge asks for a second look (escort, visitor).
        Attention = "attention",
        ByHand = "by_hand",
        /// The device's clock is wrong by more than two minutes; the movement was put at the corrected time.
        ClockSkew = "clock_skew",
        /// It came long after it happened, or after a later movement of the same person.
        LateUpload = "late_upload",
        /// What the device did and what the server would have done differ, or a late scan contradicts a later one.
        Conflict = "conflict",
        /// A supervisor admitted against the reason given.
        Overridden = "overridden",
        /// Validly signed, but the list at hand has no entry for it.
        NotOnList = "not_on_list",
        /// The person was not seen entering the enclosing area.
        OuterNotSeen = "outer_not_seen",
        /// The person leaves an area that they were not seen entering.
        EntryNotSeen = "entry_not_seen",
    }
}
