import type { IndicatorQuery } from '../gql/graphql';
import { formatFull } from '../ui/format.fr';
import { figure } from './figures';
import { labels } from './labels.fr';

type Shown = IndicatorQuery['indicator'];
type Code = keyof typeof labels.detail;
/** The limit in words where the server masks nothing: never shown. */
const none = 0;

/** One indicator: its figures, line by line, and beside them what they mean. */
export function IndicatorCard({ indicator, code }: { indicator: Shown; code: Code }) {
  const { definition, measures, rows, freshness, period } = indicator;
  const limit = indicator.smallCellLimit ?? none;
  const words = (['formula', 'numerator', 'denominator', 'source', 'limits'] as const).map(
    (part) => [labels[part], definition[part]] as const,
  );
  return (
    <section className="panel indicator" aria-labelledby={`indicator-${code}`}>
      <h2 id={`indicator-${code}`}>{definition.title}</h2>
      <p className="muted">
        {period.label} · {labels.asOf} {formatFull(freshness.asOf)}
      </p>
      <p>{definition.definition}</p>
      <dl className="indicator-figures">
        {measures.map((measure) => (
          <div key={measure.code}>
            <dt>{measure.label}</dt>
            <dd data-measure={measure.code} className={measure.masked ? 'masked' : undefined}>
              {figure(measure, limit)}
            </dd>
          </div>
        ))}
      </dl>
      {measures.every((measure) => measure.masked) && <p>{labels.tooFew}</p>}
      <div
        className="indicator-table"
        role="region"
        aria-label={`${definition.title} : ${labels.detail[code]}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the keyboard too
        tabIndex={0}
      >
        <table>
          <caption>{labels.detail[code]}</caption>
          <thead>
            <tr>
              <th scope="col">{labels.keyColumn[code]}</th>
              {measures.map((measure) => (
                <th scope="col" key={measure.code}>
                  {measure.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.label}</th>
                {row.measures.map((measure) => (
                  <td key={measure.code} className={measure.masked ? 'masked' : undefined}>
                    {figure(measure, limit)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <details>
        <summary>
          {labels.about} <span className="visually-hidden">: {definition.title}</span>
        </summary>
        <dl>
          {words.map(([term, text]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{text}</dd>
            </div>
          ))}
          <div>
            <dt>{labels.freshness}</dt>
            <dd>{definition.freshnessRule}</dd>
          </div>
        </dl>
        <p className="muted">{labels.version(definition.version)}</p>
      </details>
    </section>
  );
}
