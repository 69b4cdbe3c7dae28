import { useQuery } from 'urql';
import { CommunesDocument, WhoIsToldDocument } from '../gql/graphql';

const folded = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The only commune of exactly this name; undefined when there are several, or none. */
export function onlyNamed<T extends { name: string }>(communes: readonly T[], name: string): T | undefined {
  const same = communes.filter((commune) => folded(commune.name) === folded(name));
  return same.length === 1 ? same[0] : undefined;
}

interface Where {
  insee?: string | undefined;
  /** What is known of a stay is the name alone. */
  name?: string | null | undefined;
}

/** Who will be told of an announcement about a patient who lives there. */
export function useRoute({ insee, name }: Where) {
  const [search] = useQuery({ query: CommunesDocument, variables: { text: name ?? '' }, pause: !!insee || !name });
  const found = insee ?? (name && search.data ? onlyNamed(search.data.communes, name)?.insee : undefined);
  const [told, again] = useQuery({
    query: WhoIsToldDocument,
    variables: { commune: found ?? '' },
    pause: !found,
    // Whether the DAC is open changes with the hour.
    requestPolicy: 'cache-and-network',
  });
  const asked = !!insee || !!name;
  return {
    route: found ? told.data?.announcementRoute : undefined,
    unclear: asked && !found && !search.fetching,
    failed: !!told.error && !told.data,
    retry: () => again({ requestPolicy: 'network-only' }),
  };
}
