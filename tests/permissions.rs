//! Every route, called as every role: a new route is new lines in review (`tests/permissions.txt`).

#[test]
fn no_address_is_declared_twice() {
    let mut seen = std::collections::BTreeSet::new();
    for entry in plenipo::app::all_routes() {
        assert!(seen.insert((entry.method.to_string(), entry.path)), "{} {} stands twice", entry.method, entry.path);
    }
}
