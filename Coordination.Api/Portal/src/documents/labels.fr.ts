import type { DocumentKind, DocumentStatus } from '../gql/graphql';

const kinds: Record<DocumentKind, string> = {
  PRESCRIPTION: 'Ordonnance',
  REPORT: 'Compte rendu',
  DISCHARGE_LETTER: 'Lettre de liaison',
  LETTER: 'Courrier',
  ASSESSMENT: 'Évaluation',
  ADMINISTRATIVE: 'Pièce administrative',
  PHOTO: 'Photo',
  OTHER: 'Autre document',
};
const statuses: Record<DocumentStatus, string> = {
  DEPOSITED: 'En cours',
  REPLACED: 'Remplacé',
  WITHDRAWN: 'Retiré',
};
const types: Record<string, string> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
  'image/tiff': 'TIFF',
};
const amount = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 });

export const labels = {
  kinds,
  statuses,
  tab: 'Documents',
  heading: 'Documents',
  none: 'Aucun document n’est déposé.',
  noneHint: 'Glissez un fichier ici, ou choisissez « Déposer un document ».',
  deposit: 'Déposer un document',
  all: 'Voir aussi les documents remplacés ou retirés',
  drop: 'Déposez le fichier ici',
  columns: {
    title: 'Document',
    date: 'Daté du',
    reach: 'Contenu',
    by: 'Déposé',
    readers: 'Lu par',
    action: 'Actions',
  },
  format: (mediaType: string, bytes: number) => `${types[mediaType] ?? 'Texte'}, ${size(bytes)}`,
  by: (author: string, at: string) => `le ${at} par ${author}`,
  opens: 'ouvre un nouvel onglet',
  unread: 'Personne',
  readBy: (count: number) => (count === 1 ? '1 personne' : `${count} personnes`),
  readersOf: (title: string) => `Qui a ouvert « ${title} »`,
  reading: (at: string, times: number) => (times === 1 ? `le ${at}` : `${times} fois, la dernière le ${at}`),
  replace: 'Remplacer',
  withdraw: 'Retirer',
  of: (action: string, title: string) => `${action} « ${title} »`,
  replaceTitle: (title: string) => `Remplacer « ${title} »`,
  replaceWhat: 'L’ancien document reste lisible par ceux qui l’avaient ouvert ; les autres ne voient que le nouveau.',
  withdrawTitle: (title: string) => `Retirer « ${title} »`,
  withdrawWhat: 'Le document n’est plus proposé. Ceux qui l’avaient ouvert peuvent le relire ; le motif est conservé.',
  withdrawReason: 'Motif du retrait',
  withdrawMissing: 'Dites pourquoi ce document est retiré.',
  withdrawn: (reason: string) => `Retiré : ${reason}`,
  file: 'Fichier',
  fileHelp: 'PDF, JPEG, PNG, TIFF ou texte, 20 Mo au plus.',
  kind: 'Type',
  title: 'Intitulé',
  titleHelp: 'Ce que dit le document, sans le nom de la personne.',
  datedOn: 'Daté du',
  reach: 'Contenu',
  reachHelp: 'Qui n’a pas accès à ce contenu ne voit pas que le document existe.',
  missingFile: 'Choisissez un fichier.',
  tooLarge: 'Le fichier dépasse 20 Mo.',
  missingTitle: 'Donnez un intitulé.',
  send: 'Déposer',
  sending: (percent: number) => `Envoi : ${percent} %`,
  sealing: 'Chiffrement et enregistrement…',
  done: 'Document déposé.',
  withdrawnDone: 'Document retiré.',
} as const;

function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} octets`;
  return bytes < 1_000_000 ? `${amount.format(bytes / 1000)} ko` : `${amount.format(bytes / 1_000_000)} Mo`;
}
