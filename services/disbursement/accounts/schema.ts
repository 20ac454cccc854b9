// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'ce85e6cdc7ddb743';
