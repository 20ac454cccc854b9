import * as m from '#messages/papers';
import type { Schemas } from '../base/api/client.ts';
import { languageName } from '../base/parts/locale.ts';
import { Mail } from '../base/parts/Mail.tsx';
import { Table } from '../base/parts/Table.tsx';

type Document = Schemas['ProjectDocument'];
type DocumentsProps = { readonly documents: readonly Document[]; readonly onRemove?: (document: Document) => void };

/** The documents of a proposal. They are downloaded, never shown within the page. */
export function DocumentTable({ documents, onRemove }: DocumentsProps) {
  if (documents.length === 0) return <p className="quiet">{m.noDocuments()}</p>;
  return (
    <Table
      label={m.documents()}
      rows={documents}
      keyOf={({ hash, title }) => `${hash}/${title}`}
      columns={[
        {
          title: m.document(),
          cell: ({ title, hash, language }) => (
            <a className="fn" href={`/v1/evidence/${hash}`} download lang={language} dir="auto">
              {title}
            </a>
          ),
        },
        { title: m.language(), cell: ({ language }) => (language ? languageName(language) : '–') },
        { title: 'SHA-256', cell: ({ hash }) => <span className="mono">{hash}</span> },
        ...(onRemove
          ? [
              {
                title: m.change(),
                cell: (document: Document) => (
                  <button className="btn small" type="button" onClick={() => onRemove(document)}>
                    {m.remove({ title: document.title })}
                  </button>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

/** Whom to ask about a project. */
export function ContactTable({ contacts }: { readonly contacts: readonly Schemas['Contact'][] }) {
  if (contacts.length === 0) return <p className="quiet">{m.noContacts()}</p>;
  return (
    <Table
      label={m.contacts()}
      rows={contacts}
      keyOf={({ name, email, phone }) => `${name}/${email}/${phone}`}
      columns={[
        { title: m.name(), cell: ({ name }) => name },
        { title: m.role(), cell: ({ role }) => role ?? '–' },
        { title: m.email(), cell: ({ email }) => (email ? <Mail to={email} /> : '–') },
        { title: m.phone(), cell: ({ phone }) => (phone ? <a href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>{phone}</a> : '–') },
      ]}
    />
  );
}
