// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'e1121a32526e4eba';
