export interface S3Keys {
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

export interface S3Settings extends S3Keys {
  endpoint: string;
  bucket: string;
}

interface Given {
  EVIDENCE_S3_ENDPOINT: string | undefined;
  EVIDENCE_S3_BUCKET: string | undefined;
  EVIDENCE_S3_REGION: string;
  EVIDENCE_S3_ACCESS_KEY_ID: string | undefined;
  EVIDENCE_S3_SECRET_ACCESS_KEY: string | undefined;
}

/** The store that the environment names. All of it or nothing: half a store would be found out with the first page. */
export function readS3Settings({ EVIDENCE_S3_REGION: region, ...given }: Given): S3Settings | undefined {
  const {
    EVIDENCE_S3_ENDPOINT: endpoint,
    EVIDENCE_S3_BUCKET: bucket,
    EVIDENCE_S3_ACCESS_KEY_ID: accessKeyId,
    EVIDENCE_S3_SECRET_ACCESS_KEY: secretAccessKey,
  } = given;
  if (
    endpoint !== undefined &&
    bucket !== undefined &&
    accessKeyId !== undefined &&
    secretAccessKey !== undefined
  )
    return { endpoint, bucket, region, accessKeyId, secretAccessKey };
  const named = [endpoint, bucket, accessKeyId, secretAccessKey].some((value) => value !== undefined);
  if (!named) return undefined;
  throw new Error(
    'Invalid environment: a store of captured pages needs EVIDENCE_S3_ENDPOINT, EVIDENCE_S3_BUCKET, EVIDENCE_S3_ACCESS_KEY_ID and EVIDENCE_S3_SECRET_ACCESS_KEY.',
  );
}
