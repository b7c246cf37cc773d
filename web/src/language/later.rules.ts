/** PURE: which messages the first screen says nothing of. They come with the others, so that work can begin sooner. */
const later = new Set(
  'approval asked attribution capture captures caution checklist cited conflict contact contacts correction diff direction evidence facts fidelity finding glass graph hindered left made matchStance missing modality mode moves norms notices quickReason rationale relation review similar stance standing verdicts versions warning'.split(
    ' ',
  ),
);

export const isLater = (message: string): boolean => later.has(message.split('.')[0] ?? '');
