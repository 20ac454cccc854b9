// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '1edd7dfe0d5cbeb6';
