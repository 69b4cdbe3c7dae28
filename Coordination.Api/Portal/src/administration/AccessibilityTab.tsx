import { statement } from './labels.fr';

/** The accessibility statement of the portal. */
export function AccessibilityTab() {
  return (
    <article className="panel statement">
      <h2>{statement.title}</h2>
      <p>{statement.intro}</p>
      <h3>{statement.checkedTitle}</h3>
      <ul>
        {statement.checked.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h3>{statement.limitsTitle}</h3>
      <ul>
        {statement.limits.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h3>{statement.contactTitle}</h3>
      <p>{statement.contact}</p>
    </article>
  );
}
