import { commander } from '@junkan/kit/grpc/command.ts';
import type { Commit } from '@junkan/kit/store/commit.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import { REJECTIONS } from '@junkan/proto/junkan/project/v1/language.ts';
import { Contact } from '@junkan/proto/junkan/project/v1/model.ts';
import type { CommandParts, Commands } from '../../api/parts.ts';
import { citedIn } from '../../evidence/api/cited.ts';
import { projects } from '../../mapping.ts';

/** What belongs to a project in addition to its proposal: documents and contacts. */
export function paperCommands({ store, texts, uploads, scans }: CommandParts): Pick<Commands, 'attachDocuments' | 'nameContacts'> {
  const run = commander(store, projects, REJECTIONS);
  return {
    async attachDocuments({ project, documents }, call) {
      const { state } = await store.load(projects, project);
      // What is there already may stay until it is taken out.
      const carried = state.status === 'absent' ? [] : hashesOf(state.documents);
      const { unknownEvidence } = await citedIn(uploads, hashesOf(documents), call);
      const areFree = scans.beforeCiting(hashesOf(documents).filter((hash) => !carried.includes(hash)));
      return run(project, { type: 'AttachDocuments', documents, unknownEvidence, by: call.actor }, call, areFree);
    },

    async nameContacts({ project, contacts }, call) {
      const text = contacts.length === 0 ? '' : JSON.stringify(contacts);
      const { reference, keep } = await texts.draft(text, { stream: contactsOf(project), by: call.actor });
      const answer = await run(project, { type: 'NameContacts', contacts: reference, by: call.actor }, call, keep);
      await texts.erase(namedBefore((await store.read(projects, project)).commits));
      return answer;
    },
  };
}

const hashesOf = (documents: readonly { readonly hash: string }[]): string[] => documents.map(({ hash }) => hash);

/** Texts with contacts are stored separately from other texts of a project. */
const contactsOf = (project: string): string => `${project}/contacts`;

/** The texts that are replaced: the details of a person who is no longer named are erased. */
function namedBefore(commits: readonly Commit[]): readonly string[] {
  const named = commits
    .flatMap(({ events }) => events.map((stored) => projects.codec.decode(stored)))
    .flatMap((event) => (event.type === 'ProjectContactsNamed' ? [event.contacts] : []));
  return named.filter((reference) => reference !== named.at(-1));
}

/** The contacts that a text names; none where it was erased. */
export async function contactsIn(texts: Pick<Texts, 'read'>, reference: string): Promise<Contact[]> {
  const text = (await texts.read([reference])).get(reference);
  return text === undefined ? [] : (JSON.parse(text) as unknown[]).map((contact) => Contact.fromJSON(contact));
}
