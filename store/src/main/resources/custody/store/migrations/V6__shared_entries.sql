-- What was ever done to an officer is found by the keys of staff: entries under keys that several share, and of no record.

CREATE INDEX leaf_shared ON leaf (data_key, epoch, index) WHERE record_id IS NULL AND data_key IS NOT NULL;
