import type { PlanItemKind, PlanItemLineFragment } from '../gql/graphql';

export type Item = PlanItemLineFragment;

/** The items of a kind, in the plan's order. */
export const ofKind = (items: readonly Item[], kind: PlanItemKind): Item[] =>
  items.filter((item) => item.kind === kind);

/** The items of a kind under one; those without a parent that may be read when none is named. */
export const under = (items: readonly Item[], kind: PlanItemKind, parent: string | null): Item[] =>
  ofKind(items, kind).filter((item) =>
    parent === null ? !item.parent || !items.some((other) => other.id === item.parent) : item.parent === parent,
  );

/** Before which item one goes when it is moved one place among its siblings; undefined when it stands at the end already. */
export function placeOf(siblings: readonly Item[], item: Item, step: -1 | 1): { before: string | null } | undefined {
  const at = siblings.findIndex((one) => one.id === item.id);
  const passed = siblings[at + step];
  if (at < 0 || !passed) return undefined;
  return step < 0 ? { before: passed.id } : { before: siblings[at + 2]?.id ?? null };
}
