// What the two demo providers say of their users, in the words of each convention.

/** Claims as Pro Santé Connect gives them; what is not known is an empty text, as there. */
const proSanteConnect = (user) => ({
  sub: `psc-${user.id}`,
  SubjectNameID: user.id,
  preferred_username: user.id,
  given_name: user.given,
  family_name: user.family,
  SubjectRole: [`${user.profession}^1.2.250.1.213.1.1.5.5`],
  SubjectOrganization: '',
  SubjectOrganizationID: '',
  Secteur_Activite: 'SA07^1.2.250.1.71.4.2.4',
  Palier_Authentification: 'APPPRIP3^1.2.250.1.213.1.5.1.1.1',
  Acces_Regulation_Medicale: 'FAUX',
  Mode_Acces_Raison: '',
  UITVersion: '1.0',
  PSI_Locale: '1.2.250.1.213.1.3.1.1',
  otherIds: [],
  SubjectRefPro: {
    codeCivilite: '',
    exercices: [
      {
        codeProfession: user.profession,
        codeCategorieProfessionnelle: 'C',
        nomDexercice: user.family,
        prenomDexercice: user.given,
        codeTypeSavoirFaire: '',
        codeSavoirFaire: '',
        activities: user.places.map((place) => ({
          codeModeExercice: 'L',
          codeSecteurDactivite: 'SA07',
          codeRole: '',
          numeroFinessSite: '',
          raisonSocialeSite: place,
        })),
      },
    ],
  },
});

/** Claims as a structure's Keycloak gives them. */
const keycloak = (user) => ({
  sub: `structure-${user.id}`,
  preferred_username: user.id,
  name: `${user.given} ${user.family}`,
  given_name: user.given,
  family_name: user.family,
  email_verified: true,
  realm_access: { roles: [] },
});

export const conventions = { psc: proSanteConnect, structure: keycloak };
