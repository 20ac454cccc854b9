import type { Http, Someone } from './http.ts';

type Of = {
  readonly project: string;
  readonly agreement: string;
  readonly officer: Someone;
  readonly watcher: Someone;
  readonly stranger: string;
};

/** Refusals of each kind. */
export async function refusals(web: Http, { project, agreement, officer, watcher, stranger }: Of): Promise<void> {
  await web.ask(undefined, 'listProjects');
  await web.ask(watcher, 'listProjects', { colour: 'red' });
  await web.ask({ ...officer, person: 'stranger', organisation: stranger }, 'getAgreement', { id: agreement });
  await web.ask(officer, 'submitProject', { id: project });
  await web.ask(officer, 'draftProject', {}, {}, { key: null });
  await web.ask(officer, 'proposeClosure', { id: project }, {}, { headers: { 'if-match': '"1"' } });
}
