/** Where something is still being read, in about its size; pixels. */
export const Skeleton = ({ height = 480 }: { height?: number }) => (
  <div className="skeleton" style={{ blockSize: height }} aria-busy role="presentation" />
);
