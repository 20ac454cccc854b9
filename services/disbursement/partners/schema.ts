// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '9fc74b7b9d68a7f1';
