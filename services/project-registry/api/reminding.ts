import { oneOf } from '@junkan/kit/grpc/fields.ts';
import { invalid } from '@junkan/kit/grpc/problem.ts';
import { ROLES } from '@junkan/kit/pure/actor.ts';
import type { Matter } from '../domain/reminding.ts';

type Request = { readonly matter: string; readonly role: string; readonly organisation: string; readonly occurrence: string };

/** Together they name a recorded entry, so no two may read the same: of its parts only an occurrence has slashes. */
const MATTER = /^[a-z0-9][a-z0-9-]*$/;
const OCCURRENCE = /^[a-z0-9][a-z0-9_.@:/-]*$/i;

export function matterOf({ matter, role, organisation, occurrence }: Request): Matter {
  if (!MATTER.test(matter)) throw invalid('matter', 'must be lower-case words joined by hyphens');
  if (!OCCURRENCE.test(occurrence)) throw invalid('occurrence', 'must be letters and digits, joined by any of _.@:/-');
  return { matter, role: oneOf(ROLES, role, 'role'), organisation, occurrence };
}
