import type { RegisterPersonInput, Sex } from '../gql/graphql';
import { namesOf } from './traits';

/** A person as she is typed. */
export interface Form {
  birthName: string;
  givenNames: string;
  birthDate: string;
  usedName: string;
  birthPlace: string;
  phone: string;
  sex: Sex | '';
  commune: string;
  openRecord: boolean;
}
export const emptyForm: Form = {
  birthName: '',
  givenNames: '',
  birthDate: '',
  usedName: '',
  birthPlace: '',
  phone: '',
  sex: '',
  commune: '',
  openRecord: false,
};

/** What is sent; the server checks every field. */
export const inputOf = (form: Form): Omit<RegisterPersonInput, 'acknowledged' | 'commandId'> => ({
  openRecord: form.openRecord,
  identity: {
    birthName: form.birthName,
    givenNames: namesOf(form.givenNames),
    sex: form.sex || 'UNKNOWN',
    birthDate: form.birthDate,
    usedName: form.usedName || null,
    birthPlace: form.birthPlace || null,
    phone: form.phone || null,
    commune: form.commune || null,
  },
});
