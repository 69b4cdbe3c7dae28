-- Which DAC covers a commune: it routes what is announced for somebody without a record.
alter table directory_commune add column territory text references directory_territory;

-- Names are searched without accents, case, hyphens or apostrophes.
create function directory_fold(text) returns text language sql immutable strict parallel safe as $$
    select translate(
        replace(replace(lower($1), 'œ', 'oe'), 'æ', 'ae'),
        'àâäáãåéèêëíìîïóòôöõúùûüçñÿ-''’',
        'aaaaaaeeeeiiiiooooouuuucny   ')
$$;
