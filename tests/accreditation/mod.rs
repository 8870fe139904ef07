mod answering;
mod correcting;
mod deciding;
mod desk;
mod handing_in;
mod registering;
mod stage;
mod together;
