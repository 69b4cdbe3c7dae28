export const labels = {
  close: 'Fermer',
  loading: 'Chargement…',
  failed: 'Les données n’ont pas pu être lues.',
  safe: 'Rien n’a été modifié.',
  retry: 'Réessayer',
};
