-- The same identity paper is approved once: two officers with two files of one person cannot both say yes.
CREATE UNIQUE INDEX one_approved_file_per_identity_paper ON participant (conference_id, document_country, document_number_digest)
    WHERE status = 'approved';
