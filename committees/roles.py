"""Which posts belong together; every question about several of them asks by these names."""

from regions.models import RegionalPost

Role = RegionalPost.Role

OF_THE_67 = (Role.COORDINATOR, Role.CO_CHAIR)
OFFICERS_OF_A_REGION = (Role.MANAGER, Role.OFFICER)
OF_A_REGION = (*OFFICERS_OF_A_REGION, *OF_THE_67)
OF_A_PROVINCE = (Role.PROVINCIAL,)
OF_THE_CENTRE = (Role.CENTRAL_OFFICER, Role.AUDITOR)
# Works with the 67 and is none of them (S18).
STAFF = (*OFFICERS_OF_A_REGION, Role.CENTRAL_OFFICER)
STAFF_AND_AUDITORS = (*STAFF, Role.AUDITOR)
# เจ้าหน้าที่กองเลขานุการ, as its two numbers count them (S18, S19).
OF_THE_SECRETARIAT = (Role.OFFICER, Role.CENTRAL_OFFICER)
