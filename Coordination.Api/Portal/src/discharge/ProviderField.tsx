import { useEffect, useState } from 'react';
import { Button, ComboBox, FieldError, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import { useQuery } from 'urql';
import { type ArrangementLineFragment, ProvidersDocument } from '../gql/graphql';
import { Icon } from '../ui/Icon';
import { labels as common } from '../ui/labels.fr';
import { labels } from './preparation.labels.fr';
import { providerName } from './provider';

type Provider = ArrangementLineFragment['provider'];
const afterMs = 150;

interface Props {
  /** What is typed or chosen. */
  text: string;
  error: string | undefined;
  autoFocus: boolean;
  /** A number when one was chosen from the directory; else what was typed. */
  onChange(text: string, number: string | undefined): void;
}

/** Search of the directory by name or number; a number that it does not have may be typed. */
export function ProviderField({ text, error, autoFocus, onChange }: Props) {
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), afterMs);
    return () => clearTimeout(timer);
  }, [text]);
  const [{ data, fetching }] = useQuery({
    query: ProvidersDocument,
    variables: { text: asked },
    pause: asked.length < 2,
  });
  const found = asked.length < 2 ? [] : (data?.providers ?? []);
  return (
    <ComboBox
      className="field combo"
      items={found}
      inputValue={text}
      onInputChange={(typed) => typed !== text && onChange(typed, undefined)}
      onChange={(key) => {
        const chosen = found.find((provider) => provider.number === key);
        if (chosen) onChange(providerName(chosen), chosen.number);
      }}
      allowsCustomValue
      // The answers come after the letters: a list that closed for want of them would not open again.
      allowsEmptyCollection
      defaultFilter={() => true}
      menuTrigger="input"
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <Label>{labels.provider}</Label>
      <div className="combo-box">
        <Input autoComplete="off" autoFocus={autoFocus} />
        <Button className="combo-open" aria-label={labels.providersName}>
          <Icon name="search" />
        </Button>
      </div>
      <Text slot="description" className="muted small">
        {labels.providerHelp}
      </Text>
      <FieldError>{error}</FieldError>
      <Popover className="combo-list">
        <ListBox<Provider>
          aria-label={labels.providersName}
          renderEmptyState={() => (
            <p className="combo-empty">
              {asked.length < 2 ? labels.providerHelp : fetching || !data ? common.loading : labels.providerNone}
            </p>
          )}
        >
          {(provider) => (
            <ListBoxItem id={provider.number} textValue={providerName(provider)}>
              <strong>{provider.name}</strong>
              <small>
                {[provider.kind === 'PROFESSIONAL' && provider.category, provider.number, provider.phone]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
