import type { RequestDetailFragment } from '../gql/graphql';
import { careLabels } from '../ui/care.labels.fr';
import { formatDay, formatMoment } from '../ui/format.fr';
import { labels } from './labels.fr';
import { needsText } from './RequestCells';

/** What is known of a request: only what was said is shown. */
export function factsOf(request: RequestDetailFragment): [string, string][] {
  const { screening } = request;
  const facts: [string, string | null | undefined][] = [
    [labels.origin, careLabels.origins[request.origin]],
    [labels.requester, request.requester?.displayName ?? request.requesterName],
    [labels.requesterPhone, request.requesterPhone],
    [labels.channel, request.establishment ? null : labels.channels[request.channel]],
    [labels.establishment, request.establishment?.name],
    [labels.commune, request.commune.name],
    [labels.wantedBy, request.wantedBy && formatDay(request.wantedBy)],
    [labels.livesAlone, request.livesAlone == null ? null : request.livesAlone ? labels.yes : labels.no],
    [labels.gir, request.estimatedGir == null ? null : String(request.estimatedGir)],
    [labels.where, request.whereabouts && labels.whereabouts[request.whereabouts]],
    [labels.benefitsKnown, request.knownBenefits.map((one) => labels.benefits[one]).join(', ')],
    [labels.destination, request.destination && careLabels.destinations[request.destination]],
    [labels.needs, request.establishment ? needsText(request) : null],
    [
      labels.information,
      [
        careLabels.information[request.information],
        request.informedOn && labels.informedOn(formatDay(request.informedOn)),
      ]
        .filter(Boolean)
        .join(' '),
    ],
    [labels.serviceContact, request.establishment ? (request.serviceContact ?? labels.notGiven) : null],
    [labels.relative, request.establishment ? (request.relative ?? labels.notGiven) : null],
    [labels.complexity, request.complexity && labels.complexities[request.complexity]],
    [
      labels.screening,
      screening &&
        labels.screened(screening.gridLabel, screening.version, screening.score, labels.outcomes[screening.suggestion]),
    ],
  ];
  return facts.filter((fact): fact is [string, string] => !!fact[1]);
}

/** The decision that stands, in words. */
export function decisionOf({ decision, status }: RequestDetailFragment): [string, string][] {
  if (!decision) return [];
  const facts: [string, string | null | undefined][] = [
    [labels.decision, labels.status[status === 'TAKEN' ? 'RECEIVED' : status]],
    [labels.fields.refusal, decision.refusal && labels.refusals[decision.refusal]],
    [labels.fields.noFollowUp, decision.noFollowUp && labels.noFollowUps[decision.noFollowUp]],
    [labels.orientedTo, decision.to],
    [labels.fields.intensity, decision.intensity && labels.intensities[decision.intensity]],
    [labels.fields.physician, decision.physician && labels.physicians[decision.physician]],
    [labels.narrative, decision.words],
    [labels.followed, labels.decidedBy(decision.by.displayName, formatMoment(decision.at))],
  ];
  return facts.filter((fact): fact is [string, string] => !!fact[1]);
}

export function Facts({ facts }: { facts: readonly [string, string][] }) {
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
