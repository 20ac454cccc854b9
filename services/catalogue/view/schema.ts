// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '9e2f04e41d00082f';
