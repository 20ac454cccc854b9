import * as m from '#messages/forms';
import type { Schemas } from '../base/api/client.ts';
import { momentText } from '../base/parts/locale.ts';
import { Seal } from '../base/parts/Seal.tsx';
import { personName } from './words.ts';

type Props = { readonly said: Schemas['Words'] | undefined; readonly names: Schemas['Names'] | undefined };

/** What a person said, who and when; that it was erased, where it was. */
export const Words = ({ said, names = {} }: Props) =>
  said ? (
    <>
      {said.note ? <blockquote dir="auto">{said.note}</blockquote> : null}
      {said.erased ? <p className="quiet">{m.wordsErased()}</p> : null}
      <p>
        {said.by ? <Seal isMini name={personName(names, said.by)} detail={momentText(said.at)} /> : <small>{momentText(said.at)}</small>}
      </p>
    </>
  ) : null;
