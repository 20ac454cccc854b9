import { type Api, approver, secretary } from '../api.ts';

/** Closes a completed project: an officer of the secretariat proposes it, an approver approves. */
export async function closeProject(api: Api, project: string, { note = '', chain = '' } = {}): Promise<void> {
  const sent = { key: `close:${project}`, ...(chain ? { correlationId: chain } : {}) };
  await api.as(secretary).proposeClosure({ id: project }, { note }, sent);
  const { closure } = await api.as(approver).getProject({ id: project });
  if (closure) await api.as(approver).closeProject({ id: project, number: closure.number }, {}, sent);
}
