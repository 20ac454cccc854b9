// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'dd6f950e592f4a5a';
