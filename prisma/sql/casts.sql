-- What the data of events says is read with care: events stay for good, and whoever may write one may write one that says
-- anything. What has not the form that is asked for is null, so that it is passed over and stops nobody.

-- Whether a name is an id: a ref never has the form of a UUID.
CREATE FUNCTION is_id(name text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN name ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';

CREATE FUNCTION id_or_null(said text) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN is_id(said) THEN said::uuid END;

CREATE FUNCTION number_or_null(said text) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN said ~ '^[0-9]{1,9}$' THEN said::int END;

CREATE FUNCTION seal_or_null(said text) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN said ~ '^[0-9a-f]{64}$' THEN decode(said, 'hex') END;

CREATE FUNCTION stage_or_null(said text) RETURNS stage LANGUAGE sql STABLE PARALLEL SAFE
RETURN CASE WHEN said = ANY (enum_range(NULL::stage)::text[]) THEN said::stage END;

CREATE FUNCTION array_or_empty(said jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN jsonb_typeof(said) = 'array' THEN said ELSE '[]' END;
