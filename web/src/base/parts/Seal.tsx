type Props = { readonly name: string; readonly detail?: string; readonly isBound?: boolean; readonly isMini?: boolean };

const LETTERS = 2;
/** Of the name alone, where a role and an organisation follow it. */
const initials = (name: string): string =>
  name
    .replace(/[(,].*/s, '')
    .split(/[\s.]+/)
    .filter(Boolean)
    .map(([first = '']) => first.toUpperCase())
    .filter((_, index, all) => index === 0 || index === all.length - 1)
    .slice(0, LETTERS)
    .join('');

/** A person; a double ring is an act that binds. */
export const Seal = ({ name, detail = '', isBound = false, isMini = false }: Props) => (
  <span className={`seal${isBound ? ' bound' : ''}${isMini ? ' mini' : ''}`}>
    <i aria-hidden="true">{initials(name)}</i>
    <span>
      {name}
      {detail === '' ? null : <small>{detail}</small>}
    </span>
  </span>
);
