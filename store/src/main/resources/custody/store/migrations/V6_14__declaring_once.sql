-- A declaration of martial law that is sent again is not declared again, whatever was declared in between.
ALTER TABLE martial_law ADD COLUMN request bytea, ADD COLUMN request_digest bytea;
COMMENT ON COLUMN martial_law.request IS 'SHA-256 of badge, zero byte and key, as in request_key; null where the request had no key.';
COMMENT ON COLUMN martial_law.request_digest IS 'SHA-256 of method, path and body: another body under the key is refused.';
