import type { MeQuery } from '../gql/graphql';
import type { IconName } from '../ui/Icon';
import { labels } from './labels.fr';

export interface Page {
  path: string;
  label: string;
  icon: IconName;
  /** What waits there is counted beside its name. */
  counter?: 'alerts' | 'requests';
}
type User = Pick<MeQuery['me'], 'role' | 'permissions'>;

/** The screens open to somebody, the first one being theirs at sign-in. */
export function pagesOf({ role, permissions }: User): Page[] {
  const pages: Page[] = [];
  if (permissions.includes('READ_ALERTS') && role !== 'SOCIAL_WORKER')
    pages.push({
      path: '/alerts',
      label: role === 'MANAGER' ? labels.pages.teamAlerts : labels.pages.alerts,
      icon: 'inbox',
      counter: 'alerts',
    });
  if (role === 'SOCIAL_WORKER') {
    if (permissions.includes('READ_DISCHARGES'))
      pages.push({ path: '/sorties', label: labels.hospitalPages.stays, icon: 'hospital' });
    if (permissions.includes('ANNOUNCE_DISCHARGE'))
      pages.push({ path: '/annoncer', label: labels.hospitalPages.announce, icon: 'announce' });
  } else if (permissions.includes('READ_DISCHARGES'))
    pages.push({ path: '/discharges', label: labels.pages.discharges, icon: 'hospital' });
  if (permissions.includes('READ_REQUESTS') && role !== 'SOCIAL_WORKER')
    pages.push({ path: '/demandes', label: labels.pages.requests, icon: 'help', counter: 'requests' });
  if (permissions.includes('SUBMIT_REQUEST') && !permissions.includes('TREAT_REQUESTS'))
    pages.push({ path: '/mes-demandes', label: labels.pages.myRequests, icon: 'help' });
  if (permissions.includes('READ_RECORDS'))
    pages.push({ path: '/personnes-suivies', label: labels.pages.records, icon: 'user' });
  if (permissions.includes('MANAGE_WORK')) pages.push({ path: '/taches', label: labels.pages.tasks, icon: 'check' });
  if (permissions.includes('READ_PATHWAY') && (role === 'COORDINATOR' || role === 'MANAGER'))
    pages.push({ path: '/a-suivre', label: labels.pages.worklists, icon: 'history' });
  if (permissions.includes('READ_BENEFITS')) pages.push({ path: '/droits', label: labels.pages.rights, icon: 'clock' });
  if (permissions.includes('SUPERVISE'))
    pages.push({ path: '/supervision', label: labels.pages.supervision, icon: 'chart' });
  if (permissions.includes('READ_TRANSFERS'))
    pages.push({ path: '/transferts', label: labels.pages.transfers, icon: 'inbox' });
  if (permissions.includes('ANSWER_ACCESS') || permissions.includes('REQUEST_ACCESS'))
    pages.push({ path: '/acces', label: labels.pages.access, icon: 'shield' });
  if (permissions.includes('ANSWER_INVITATION') || permissions.includes('ANSWER_ACCESS'))
    pages.push({ path: '/invitations', label: labels.pages.invitations, icon: 'user' });
  if (permissions.includes('SEARCH_PERSONS'))
    pages.push({ path: '/personnes', label: labels.pages.persons, icon: 'search' });
  if (permissions.includes('REGISTER_PERSONS'))
    pages.push({ path: '/personnes/identites', label: labels.pages.identities, icon: 'user' });
  if (role === 'MANAGER') pages.push({ path: '/indicateurs', label: labels.pages.indicators, icon: 'chart' });
  if (role === 'ANALYST') pages.push({ path: '/analysis', label: labels.pages.indicators, icon: 'chart' });
  if (permissions.includes('READ_QUARANTINE'))
    pages.push({ path: '/quarantine', label: labels.pages.quarantine, icon: 'shield' });
  if (permissions.includes('READ_TRAIL')) pages.push({ path: '/journal', label: labels.pages.journal, icon: 'shield' });
  if (role === 'COORDINATOR' || role === 'MANAGER' || role === 'ADMIN')
    pages.push({ path: '/regles', label: labels.pages.rules, icon: 'clock' });
  if (role === 'ADMIN')
    pages.unshift({ path: '/administration', label: labels.pages.administration, icon: 'settings' });
  if (role === 'MANAGER' || role === 'AUDITOR')
    pages.push({ path: '/administration', label: labels.pages.administration, icon: 'settings' });
  return pages;
}
