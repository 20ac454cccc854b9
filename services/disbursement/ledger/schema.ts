// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'e0bd0defb2e86d2a';
