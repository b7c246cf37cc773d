/** What one look at a page was answered, and the files that can be saved of it. */
import { useIntl } from 'react-intl';
import type { Capture } from '../api/captures.js';
import { useWords } from '../language/words.js';
import { Code } from '../parts/foreign.js';

export function CaptureFacts({ capture }: { capture: Capture }) {
  const words = useWords();
  const intl = useIntl();
  const { id, url, redirects, httpStatus, mediaType, charset, size, sha256, attemptedAt } = capture;
  const type = [mediaType, charset].filter((one) => one !== null).join('; ');
  return (
    <>
      <dl className="capture-facts small">
        <dt>{words('captures.when')}</dt>
        <dd>
          <time dateTime={attemptedAt}>
            {intl.formatDate(attemptedAt, { dateStyle: 'long', timeStyle: 'medium' })}
          </time>
        </dd>
        <dt>{words('captures.status')}</dt>
        <dd>
          {httpStatus === null ? words('captures.noAnswer') : <Code>{`HTTP ${String(httpStatus)}`}</Code>}
        </dd>
        {redirects.length > 0 && (
          <>
            <dt>{words('captures.sentOn')}</dt>
            {redirects.map((hop, index) => (
              <dd key={index}>
                <Code>{`${String(hop.httpStatus)} ${hop.url}`}</Code>
              </dd>
            ))}
          </>
        )}
        <dt>{words('captures.address')}</dt>
        <dd>
          <Code>{url}</Code>
        </dd>
        {type !== '' && (
          <>
            <dt>{words('captures.type')}</dt>
            <dd>
              <Code>{type}</Code>
            </dd>
          </>
        )}
        {size !== null && (
          <>
            <dt>{words('captures.size')}</dt>
            <dd>
              {intl.formatNumber(size < 1_000 ? size : size / 1_000, {
                style: 'unit',
                unit: size < 1_000 ? 'byte' : 'kilobyte',
                unitDisplay: 'long',
                maximumFractionDigits: 1,
              })}
            </dd>
          </>
        )}
        {sha256 !== null && (
          <>
            <dt>{words('captures.hash')}</dt>
            <dd className="hash">
              <Code>{sha256}</Code>
            </dd>
          </>
        )}
      </dl>
      {sha256 !== null && (
        <p className="row small">
          <a className="small-target" href={`/v1/captures/${id}/content`} download>
            {words('captures.saveBytes')}
          </a>
          <a className="small-target" href={`/v1/captures/${id}/warc`} download>
            {words('captures.saveWarc')}
          </a>
        </p>
      )}
    </>
  );
}
