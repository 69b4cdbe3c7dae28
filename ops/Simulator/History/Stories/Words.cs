namespace Coordination.Simulator.History.Stories;

/// <summary>What coordinators write, invented; nobody is named.</summary>
internal static class Words
{
    public static readonly string[] Housing = ["Appartement au deuxième étage sans ascenseur.", "Maison de plain-pied, douche aménagée.", "Maison isolée, chauffage au bois.", "Résidence autonomie."];
    public static readonly string[] Carers = ["Conjoint présent, fatigué.", "Une fille passe chaque soir.", "Pas d'aidant identifié.", "Un fils à distance, joignable par téléphone."];
    public static readonly string[] Wishes = ["Souhaite rester à domicile.", "Ne veut pas de passage le matin.", "Souhaite reprendre ses sorties au marché."];
    public static readonly string[] Contacts =
    [
        "La personne va mieux, les passages conviennent.", "Demande de réévaluation de l'aide à domicile.", "Pas de réponse, rappel prévu.", "Le service confirme le passage de demain.",
        "Rendez-vous pris pour la semaine prochaine.", "L'aidant demande du répit.", "Renouvellement de l'ordonnance à prévoir.", "Le dossier d'allocation est complet.",
    ];

    public static readonly string[] Tasks =
    [
        "Rappeler la personne", "Vérifier le passage du service", "Relancer le dossier d'allocation", "Préparer la concertation", "Prendre rendez-vous avec le spécialiste",
        "Transmettre le compte rendu", "Faire le point avec l'aidant", "Organiser le portage des repas",
    ];

    public static readonly string[] Problems = ["Chutes répétées", "Isolement", "Dénutrition", "Épuisement de l'aidant", "Accès aux droits", "Suivi médical irrégulier"];
    public static readonly string[] Objectives = ["Sécuriser les déplacements", "Maintenir le lien social", "Reprendre du poids", "Soulager l'aidant", "Ouvrir les droits", "Revoir un médecin régulièrement"];
    public static readonly string[] Actions = ["Séances d'équilibre", "Visites d'une association", "Portage des repas", "Accueil de jour", "Dossier de demande", "Rendez-vous trimestriel"];
    public static readonly string[] Narratives = ["Situation devenue difficile à domicile.", "Retour d'hospitalisation à préparer.", "L'entourage ne fait plus face.", "Besoin d'un avis sur les aides possibles."];
}
