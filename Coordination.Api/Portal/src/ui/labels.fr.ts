export const labels = {
  close: 'Fermer',
  loading: 'Chargement…',
  failed: 'Les données n’ont pas pu être lues.',
  safe: 'Rien n’a été modifié.',
  retry: 'Réessayer',
  failedTitle: 'L’action n’a pas abouti',
  retrySafe: 'Vous pouvez réessayer sans risque : l’action ne sera faite qu’une fois.',
  understood: 'J’ai compris',
  network: 'Le serveur n’a pas répondu.',
  cancel: 'Annuler',
  required: 'Ce champ est obligatoire.',
};
