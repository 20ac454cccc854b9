// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'ea8fad94a00c945e';
