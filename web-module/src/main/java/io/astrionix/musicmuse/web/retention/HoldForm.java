package io.astrionix.musicmuse.web.retention;

import io.astrionix.musicmuse.datamap.Category;
import io.astrionix.musicmuse.retention.boundary.HoldScope;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.time.LocalDate;

/** What somebody enters to place a hold. Which of table and key, category, and person is asked for depends on the scope. */
public class HoldForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private HoldScope scope = HoldScope.PERSON;

    @NotBlank
    private String table;

    @NotBlank
    @Size(max = 100)
    private String key;

    @NotNull
    private Category category;

    @NotBlank
    @Size(max = 254)
    private String person;

    @NotBlank
    @Size(max = 500)
    private String reason;

    @Size(max = 254)
    private String owner;

    @NotNull
    private LocalDate reviewOn;

    boolean is(HoldScope other) {
        return scope == other;
    }

    void clear() {
        key = null;
        person = null;
        reason = null;
        owner = null;
        reviewOn = null;
    }

    public HoldScope[] getScopes() {
        return HoldScope.values();
    }

    public HoldScope getScope() {
        return scope;
    }

    public void setScope(HoldScope scope) {
        this.scope = scope;
    }

    public String getTable() {
        return table;
    }

    public void setTable(String table) {
        this.table = table;
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }

    public Category getCategory() {
        return category;
    }

    public void setCategory(Category category) {
        this.category = category;
    }

    public String getPerson() {
        return person;
    }

    public void setPerson(String person) {
        this.person = person;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    /** Empty: the one who places the hold. */
    public String getOwner() {
        return owner;
    }

    public void setOwner(String owner) {
        this.owner = owner;
    }

    public LocalDate getReviewOn() {
        return reviewOn;
    }

    public void setReviewOn(LocalDate reviewOn) {
        this.reviewOn = reviewOn;
    }
}
