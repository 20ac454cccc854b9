// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '3c21eb922beb87fd';
