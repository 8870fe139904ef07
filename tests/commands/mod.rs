mod doctor;
mod people;
mod tables;
