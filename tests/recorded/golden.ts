/** By the kind of stream: the version of its fold, and the hash of all states on the way of its golden streams. */
export const GOLDEN: Readonly<Record<string, Readonly<Record<string, string | number>>>> = {
  proposer: { foldVersion: 1, recorded: '1bcef43b24850baf' },
  project: {
    foldVersion: 5,
    recorded: '21c89d1297d15096',
    ProjectRevised: '8fea92d910fb6726',
    InformationProvided: '1aacb21d728fc0e9',
    ProjectClosureRefused: '973e292deedef7ed',
  },
  milestone: {
    foldVersion: 3,
    recorded: '4ce5b3debb4a74ff',
    MilestoneReportReturned: 'c52b8531dd183fb8',
    MilestoneWaiverRefused: '00f82c12e22c8e04',
  },
  clock: { foldVersion: 1, recorded: '720aa4562e834192' },
  person: { foldVersion: 1, PersonAffiliated: 'f3ba8804658096e2' },
  sponsor: { foldVersion: 1, recorded: '3a5d7a0f43eec8bc' },
  mandate: { foldVersion: 1, recorded: '4d87c199d60cf21c' },
  envelope: { foldVersion: 1, recorded: 'a58cf71aa53b6e31' },
  passport: { foldVersion: 1, ClearanceRevoked: 'abf4273957dfd78b' },
  funding: {
    foldVersion: 4,
    recorded: '6235854408b3e908',
    BackingRefused: '88f70f051022cbb7',
    OfferAgreed: '3b9de4e6f1d47692',
    OfferDeclined: 'efeeacccefa3f45e',
  },
  agreement: {
    foldVersion: 3,
    recorded: '45bab43c063f781f',
    PaymentRefused: '3523d633823869cf',
    PaymentFailureReported: '17def8bb04e0988d',
    MeasureRefused: '942fd6b67d7977da',
    AgreementTerminationBegun: '40db2978b65bf3f6',
  },
  'bank-reference': { foldVersion: 1, BankReferenceReleased: '1ad0e471f33142db' },
};

/** The schema of a view, with the hash of its tables and, by the kind of stream, of the rows that golden streams come to. */
const CATALOGUE: Readonly<Record<string, string>> = {
  schema: '8f20',
  ddl: '43871390cf62eb86',
  proposer: '5bd6cc2d1ae6b819',
  project: '47452b27c3121385',
  milestone: 'ec12aa57afdc4b78',
  clock: 'a9902f9cff5d6cdf',
  person: '50a948eac5f941ff',
  sponsor: '0703710cd8199f2b',
  mandate: '6a05512b0efa6fed',
  envelope: '27a413a5221eb193',
  passport: 'fe3ea1f775e024a3',
  funding: 'e13f58869165fccd',
  agreement: '2f43d62a59ec53d6',
  'bank-reference': '3c4c6c45e13cb3d1',
};

export const GOLDEN_VIEWS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  catalogue: CATALOGUE,
  accounts: { schema: '1', ddl: '900921e76614ddb7', agreement: '2baf1fd337279423', 'bank-reference': '3c4c6c45e13cb3d1' },
  candidates: {
    schema: '1',
    ddl: '17517cefae4812fd',
    proposer: 'e25493ac7558baa1',
    project: '159f119a7b7699ce',
    milestone: '4820a351d2f1e9cf',
    clock: 'a9902f9cff5d6cdf',
    person: '50a948eac5f941ff',
    sponsor: '8055d8b2a15fd873',
    mandate: 'c012a0e3003e7ef9',
    envelope: 'bbe19fc96ea32e5e',
    passport: '4ed7062222a3bd7a',
  },
  parties: {
    schema: '1',
    ddl: '4c873ed121ddfe22',
    funding: '46aeef2757933e8f',
    agreement: '05d2b61b8aa11ebd',
    'bank-reference': '3c4c6c45e13cb3d1',
  },
};
