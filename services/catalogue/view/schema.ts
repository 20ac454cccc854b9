// Written by the test of the views over golden streams: a file of another schema is made again.
<<<<<<< HEAD
export const SCHEMA = 'e5a792248dc19de7';
=======
export const SCHEMA = 'd4cf4bad00200b86';
>>>>>>> main
