import { type ComponentType, lazy } from 'react';
import { labels as assessment } from '../assessment/labels.fr';
import { labels as benefits } from '../benefits/labels.fr';
import { labels as documents } from '../documents/labels.fr';
import type { MeQuery, RecordDetailFragment } from '../gql/graphql';
import { labels as lifeLine } from '../lifeline/labels.fr';
import { labels as pathway } from '../pathway/labels.fr';
import { labels as plan } from '../plan/labels.fr';
import { labels as tasks } from '../tasks/labels.fr';
import { labels as team } from '../team/labels.fr';
import { labels } from './labels.fr';

export interface PartProps {
  /** The record's id as the address has it: a record's or a person's. */
  id: string;
  record: RecordDetailFragment;
  role: MeQuery['me']['role'];
  permissions: MeQuery['me']['permissions'];
}

/** One part of a record, on an address of its own. */
export interface Part {
  /** Last piece of the address; empty for the first part. */
  path: string;
  label: string;
  /** Without it the part is not shown; the server decides all the same. */
  permission?: MeQuery['me']['permissions'][number];
  Content: ComponentType<PartProps>;
}

const parts: readonly Part[] = [
  { path: '', label: labels.tabSituation, Content: lazy(() => import('../synthesis/SynthesisTab')) },
  { path: 'suivi', label: tasks.tab, permission: 'READ_WORK', Content: lazy(() => import('../tasks/FollowUpTab')) },
  { path: 'plan', label: plan.tab, permission: 'READ_PLAN', Content: lazy(() => import('../plan/PlanPart')) },
  {
    path: 'parcours',
    label: pathway.tab,
    permission: 'READ_PATHWAY',
    Content: lazy(() => import('../pathway/PathwayTab')),
  },
  { path: 'equipe', label: team.tab, permission: 'READ_TEAM', Content: lazy(() => import('../team/TeamTab')) },
  {
    path: 'evaluation',
    label: assessment.tab,
    permission: 'READ_ASSESSMENTS',
    Content: lazy(() => import('../assessment/AssessmentTab')),
  },
  {
    path: 'droits',
    label: benefits.tab,
    permission: 'READ_BENEFITS',
    Content: lazy(() => import('../benefits/EntitlementsTab')),
  },
  {
    path: 'documents',
    label: documents.tab,
    permission: 'READ_DOCUMENTS',
    Content: lazy(() => import('../documents/DocumentsTab')),
  },
  { path: 'frise', label: lifeLine.tab, Content: lazy(() => import('../lifeline/LifeLineTab')) },
  { path: 'acces', label: labels.tabAccess, Content: lazy(() => import('./AccessPart')) },
];

/** The parts that somebody may open, in the order of the tabs. */
export const partsFor = (permissions: MeQuery['me']['permissions']): Part[] =>
  parts.filter(({ permission }) => !permission || permissions.includes(permission));
