// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'f7c4648fe06f1e19';
