// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'f785d0490bb2453e';
