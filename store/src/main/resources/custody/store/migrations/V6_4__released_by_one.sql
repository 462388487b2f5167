-- An event of a record released a hold when one person wrote it and named another. Such holds hold again until the other signs.
UPDATE footage_hold SET holds = true, release = NULL, first = NULLIF(first, ''::bytea) WHERE release = ''::bytea;
COMMENT ON COLUMN footage_hold.first IS 'Who asked for release, when, why; null until somebody does, by an event of the record or on the page of holds.';
