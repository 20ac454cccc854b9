// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '20434a3eed1e4f35';
