import type { ArrangementLineFragment } from '../gql/graphql';
import { labels } from './preparation.labels.fr';

type Provider = ArrangementLineFragment['provider'];

/** « Julie Faure, Infirmier » or « EHPAD Les Tilleuls »: a number alone when the directory does not have it. */
export const providerName = (provider: Provider): string =>
  provider.name === null || provider.name === undefined
    ? `${provider.number} (${labels.providerUnknown})`
    : provider.kind === 'PROFESSIONAL' && provider.category
      ? `${provider.name}, ${provider.category}`
      : provider.name;
