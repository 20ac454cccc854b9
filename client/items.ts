// Made from the contracts.
export const ITEMS = {
  'agreement': {"prefix":"agr","path":"/agreements"},
  'statement': {"prefix":"stm","path":"/statements","list":{"operation":"listStatements","field":"statements","made":["day"],"cells":{"account":"text","currency":"text","balance":"code"},"sorts":["day","status"],"filters":["status","balance","currency","account"],"ranges":["day"],"counts":["status","balance","account"]},"timeline":"getStatementTimeline"},
  'approval-rules': {"prefix":"apr","path":"/approval-rules","list":{"operation":"listApprovalRules","field":"rules","made":[],"cells":{"organisation":"id"},"sorts":["status"],"filters":["organisation","status"],"ranges":[],"counts":["status"]},"read":"getApprovalRules","timeline":"getApprovalRulesTimeline"},
  'bank-account': {"prefix":"acc","path":"/bank-accounts","list":{"operation":"listBankAccounts","field":"accounts","made":[],"cells":{"organisation":"id","currency":"text"},"sorts":["status"],"filters":["organisation","status","currency"],"ranges":[],"counts":["status","organisation"]},"read":"getBankAccount","timeline":"getBankAccountTimeline"},
  'payment-file': {"prefix":"pfl","path":"/payment-files","list":{"operation":"listPaymentFiles","field":"files","made":["day"],"cells":{"payer":"id","currency":"text"},"sorts":["day","status"],"filters":["payer","status","currency"],"ranges":[],"counts":["status","payer"]},"timeline":"getPaymentFileTimeline"},
  'rates': {"prefix":"rts","path":"/rates","list":{"operation":"listRates","field":"sheets","made":[],"cells":{"source":"text","base":"text","day":"date"},"sorts":["day","status"],"filters":["status","source","base"],"ranges":["day"],"counts":["status","source"]},"read":"getRates","timeline":"getRatesTimeline"},
  'period': {"prefix":"prd","path":"/periods","list":{"operation":"listPeriods","field":"periods","made":[],"cells":{"through":"date"},"sorts":["through","status"],"filters":["status"],"ranges":[],"counts":["status"]},"read":"getPeriod","timeline":"getPeriodTimeline"},
  'funding': {"prefix":"fnd","path":"/fundings"},
  'proposer': {"prefix":"org","path":"/proposers"},
  'project': {"prefix":"prj","path":"/projects"},
  'milestone': {"prefix":"mst","path":"/milestones"},
  'delegations': {"prefix":"dlg","path":"/delegations","list":{"operation":"listDelegations","field":"delegations","made":[],"cells":{"organisation":"id"},"sorts":["status"],"filters":["organisation","status"],"ranges":[],"counts":["status"]},"read":"getDelegations","timeline":"getDelegationsTimeline"},
  'sponsor': {"prefix":"spo","path":"/sponsors"},
  'mandate': {"prefix":"man","path":"/mandates","read":"getMandate","timeline":"getMandateTimeline"},
  'envelope': {"prefix":"env","path":"/envelopes","timeline":"getEnvelopeTimeline"},
  'passport': {"prefix":"ddp","path":"/passports","list":{"operation":"listPassports","field":"passports","made":["due"],"cells":{"subject":"id","level":"code"},"sorts":["due","status"],"filters":["subject","status","level"],"ranges":["due"],"counts":["status","level"]},"read":"getPassport","timeline":"getPassportTimeline"},
} as const;
