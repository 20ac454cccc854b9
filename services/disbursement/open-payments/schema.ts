// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'cc1eb137b3dd1e65';
